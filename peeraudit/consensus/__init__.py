"""What the cells mean: computed from cells alone, so that anyone can do it again."""
