"""Start here: read the settings, connect the storage, make the website.

gunicorn serves it as ``app:app``.
"""

from peeraudit.operations.installation import name_installation
from peeraudit.settings import Settings
from peeraudit.web import create_app
from peeraudit.web.warming import keep_warm

settings = Settings.from_environment()
app = create_app(name_installation(settings), settings)
keep_warm(app)
