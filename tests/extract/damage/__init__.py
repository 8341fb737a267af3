"""Damaged and hostile PDFs, made anew from a seed.

::

    writing.py  objects -> a PDF       broken.py   a good file, damaged at random
    hostile.py  files made to harm: loops, bombs, nonsense
"""
