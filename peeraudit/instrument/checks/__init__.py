"""Whether the parts of an instrument fit; each check names all that do not."""
