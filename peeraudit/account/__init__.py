"""Who may do what: accounts, roles, and how somebody shows who they are."""
