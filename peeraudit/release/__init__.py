"""What is published: the cells of one audit and what follows from them, once, hashed."""
