"""Lays charts out as shapes and words: a module for each way of drawing."""
