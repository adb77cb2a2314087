"""How good a model is.

measures   right, wrong, refused and ambiguous answers, calibration, alignment
report     these figures, as JSON and as text
diagram    confidence and risk, drawn
card       the model card that has the figures
"""
