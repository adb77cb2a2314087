"""Where the network looked, drawn.

alignment   where the network looked while it wrote an answer
heatmap     the picture of alignments, in a file or a terminal
figure      the heatmap on paper, with Matplotlib
page        the heatmap as a page of HTML; the page itself is page.html
fonts       a font for each script
bidi        the order of characters on a line, and shapes for what cannot be seen
captions    an answer in words
"""
