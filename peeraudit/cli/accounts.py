"""Accounts at the command line: the first one, and help for whom nobody can help."""

from datetime import UTC, datetime

import click

from peeraudit.account.tokens import PASSWORD_LINK_HOLDS
from peeraudit.operations.first_account import first_token
from peeraudit.operations.installation import open_installation
from peeraudit.operations.rescue import offer_password_to, remove_factor_of
from peeraudit.operations.wrong_state import WrongState
from peeraudit.settings import Settings


@click.group()
def account() -> None:
    """Make the first account; help somebody whom no administrator can help."""


@account.command("first")
def first() -> None:
    """Print the address where the first account is made."""
    settings = Settings.from_environment()
    token = first_token(open_installation(settings))
    if token is None:
        raise WrongState("there is an account already: it can invite others")
    click.echo(f"{settings.site_url}/manage/first/{token}")
    click.echo("It works once, until this command is run again.", err=True)


@account.command("new-password")
@click.argument("email")
def new_password(email: str) -> None:
    """Print a link by which EMAIL chooses another password."""
    settings = Settings.from_environment()
    installation = open_installation(settings)
    token = offer_password_to(installation, email, at=datetime.now(UTC))
    click.echo(f"{settings.site_url}/manage/new-password/{token}")
    click.echo(f"It works once, for {PASSWORD_LINK_HOLDS.days} days.", err=True)


@account.command("remove-second-factor")
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask.")
def remove_second_factor(email: str, *, yes: bool) -> None:
    """Let EMAIL set a second factor up anew at the next sign-in."""
    asked = (
        "Until then, whoever knows the password could set one up. Have you spoken "
        "with them?"
    )
    if not yes:
        click.confirm(asked, abort=True)
    remove_factor_of(open_installation(Settings.from_environment()), email)
    click.echo(f"{email} sets up another second factor at the next sign-in.")
