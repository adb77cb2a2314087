"""A trained model at work, without TensorFlow: tokens in, hypotheses out.

vocabulary   characters to token ids
bundle       a model on disk
graph_check  which ONNX graphs are let in
deferred     the shipped network, made ready when it is first asked
runtime      the two graphs of a model, run
search       the likeliest targets, step by step
"""
