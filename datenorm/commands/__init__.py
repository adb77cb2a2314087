"""The commands, one file for each kind of work. What weighs is imported by the command that needs it, when it runs.

translate   texts, lines and tables to dates
visualize   where the network looked
pairs       generate and evaluate: pairs of texts and dates made, and a model measured on them
training    train and compare
"""
