"""The report as page, as one file and as PDF, drawn from a release alone."""
