"""The architectures by name. One file each: its Keras decoder and, beside it, its serving graph.

An architecture is a subclass of `Decoder` under `@register("name")`, in a module of that name, with a line in
`datenorm.training.config.ARCHITECTURES`.

encoder         embedding and a bidirectional LSTM, the same for all
decoder         what a decoder is to the rest
seq2seq         no attention: one state
peeky           no attention, but that state at every step
dot             dot-product attention
scaled_dot      the same with queries, keys and values of their own
multi_head      several of these side by side
additive        additive attention inside the recurrence
simple_nmt      the same in a GRU whose every gate sees the context
self_attention  characters that look at each other first
"""

from importlib import import_module

from datenorm.training.architectures.decoder import DECODERS, Decoder, register
from datenorm.training.config import ARCHITECTURES

for _name in ARCHITECTURES:
    import_module(f"datenorm.training.architectures.{_name.replace('-', '_')}")

__all__ = ["DECODERS", "Decoder", "register"]
