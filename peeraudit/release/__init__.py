"""What is published: the cells of an audit and what follows from them, hashed."""
