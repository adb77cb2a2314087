"""A trained model at work, without TensorFlow: tokens in, hypotheses out.

shown        how much of a text a network is shown
vocabulary   characters to token ids
bundle       a model on disk
graph_check  which ONNX graphs are let in
deferred     the shipped model, made ready when a text is first read by it
runtime      the two graphs of a model, run
search       the likeliest targets, step by step
"""
