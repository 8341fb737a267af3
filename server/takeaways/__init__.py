"""Takeaways: a research paper's URL in, a structured summary that can be checked out.

One line holds the whole system, and every folder is a word of it::

    URL -> Source -> Paper -> Document -> Summary -> Store -> events -> panel
"""
