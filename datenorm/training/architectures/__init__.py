"""The architectures by name. One file each: its Keras decoder and, beside it, its serving graph.

An architecture is a subclass of `Decoder` under `@register("name")`, in a module of that name, with a line in
`datenorm.training.config.ARCHITECTURES`.
"""

from importlib import import_module

from datenorm.training.architectures.decoder import DECODERS, Decoder, register
from datenorm.training.config import ARCHITECTURES

for _name in ARCHITECTURES:
    import_module(f"datenorm.training.architectures.{_name.replace('-', '_')}")

__all__ = ["DECODERS", "Decoder", "register"]
