"""From what a network wrote to an answer: exact code that doubts, weighs and decides.

answer     what an answer is, and how hypotheses become one
rivals     readings of the same numbers in another order
evidence   what each field of a date stands on in the text
doubts     what speaks against a reading
"""
