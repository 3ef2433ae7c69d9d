"""Fitting the weights of models/weights/ on gold articles."""
