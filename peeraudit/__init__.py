"""An instrument becomes a questionnaire; answers are sealed; at closing they are opened
once, tallied, and turned into cells that are proved safe; cells make a release; and
everything anyone sees is drawn from a release.

Imports run one way, from ``web`` down to ``sealing``; docs/glossary.md has the words.
"""
