"""A learner's words with a trainer's comments beside them: for whoever comments and whoever reads
the comments.
"""
