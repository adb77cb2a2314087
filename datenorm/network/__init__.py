"""A trained model at work, without TensorFlow: tokens in, hypotheses out.

shown        how much of a text a network is shown
vocabulary   characters to token ids
bundle       a model on disk
graph_check  which ONNX graphs are let in
deferred     the shipped model, made ready when a text is first read by it
runtime      the two graphs of a model, run
search       the likeliest targets, step by step
"""

import os

# ONNX Runtime from 1.32 on tells its maker of each run, and keeps a number of the device below the home directory, as
# soon as it is imported; what is read here is nobody else's business. Whoever has said otherwise is obeyed.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
