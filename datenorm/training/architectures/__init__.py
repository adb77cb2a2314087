"""The architectures by name. One file each: its Keras decoder and, beside it, its serving graph.

An architecture is a subclass of `Decoder` under `@register("name")`, in a module that is listed in `MODULES`.
"""

from importlib import import_module

from datenorm.training.architectures.decoder import DECODERS, Decoder, register

MODULES = ("additive", "dot")

for _name in MODULES:
    import_module(f"datenorm.training.architectures.{_name}")

__all__ = ["DECODERS", "Decoder", "register"]
