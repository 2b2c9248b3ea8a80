"""The proof that cells give nobody away: every set of answers is tried, none left out.

``python -m peeraudit.disclosure.proof`` writes docs/proof.md. Nothing else of the
product imports this folder.
"""
