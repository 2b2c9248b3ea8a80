"""The limit: a bare Flask app that takes as many requests, and writes a row."""

import os
import sqlite3

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue

app = Flask(__name__)
database = sqlite3.connect(os.environ["BARE_DATABASE"], check_same_thread=False)
database.execute("CREATE TABLE IF NOT EXISTS answers (content TEXT)")


@app.get("/")
def show() -> str:
    """Show a page."""
    return "<!doctype html><title>A page</title><form method=post><button>Go"


@app.post("/")
def take() -> ResponseReturnValue:
    """Take a page of answers."""
    return redirect("/", 303) if request.form else ""


@app.post("/last")
def write() -> ResponseReturnValue:
    """Write the one row."""
    database.execute("INSERT INTO answers VALUES (?)", [str(dict(request.form))])
    database.commit()
    return redirect("/", 303)
