"""Every address of the website, and who may open it: none without a decision."""

from peeraudit.account.roles import Right
from tests.journeys.site import Site

NOBODY = "nobody"
"""Open to whoever comes: what is behind a secret of its own says so itself."""

SIGNED_IN = (None, "")
RUN_AUDIT = (Right.RUN_AUDIT, "team")

ASK = tuple(
    f"/manage/teams/<team>/audits/<audit>/ask{rest}"
    for rest in (
        "",
        "/again/<group>",
        "/longer",
        "/mail",
        "/missing",
        "/paper/<group>",
        "/paper/<group>/codes.txt",
        "/paper/<group>/slips.pdf",
        "/questionnaire/<group>",
        "/questionnaire/<group>/questionnaire.pdf",
        "/reminder",
        "/shared/<group>",
        "/shared/<group>/notice.pdf",
        "/words",
    )
)
PLAN = "/manage/teams/<team>/plan"
MEETING = tuple(
    f"/manage/teams/<team>/audits/<audit>/meeting{rest}"
    for rest in (
        "",
        "/practices/<practice>",
        "/practices/<practice>/take-back",
        "/priorities/<rule>",
        "/publish",
        "/who",
    )
)
SET_UP = "/manage/teams/<team>/audits/<audit>/set-up"
SET_UP_PAGES = (
    *("", "/questions", "/facts", "/facts/<topic>", "/ask-hr", "/ask-hr.txt"),
    *("/promise", "/try", "/try/<group>", "/try/<group>/<slug>", "/try/<group>/end"),
    "/launch",
)

TRUST = (
    *("", "/actions", "/actions.xlsx", "/facts", "/facts.xlsx", "/facts/<fact>"),
    *("/pooled", "/pooled/<view>", "/report", "/report.pdf", "/report/foreword"),
)

MANAGE: dict[str, object] = {
    "/manage": SIGNED_IN,
    "/manage/account": SIGNED_IN,
    "/manage/account/delete": SIGNED_IN,
    "/manage/account/password": SIGNED_IN,
    "/manage/account/second-factor": SIGNED_IN,
    "/manage/account/sign-out-everywhere": SIGNED_IN,
    "/manage/accounts": (Right.SEE_PEOPLE, ""),
    "/manage/accounts/<person>/delete": (Right.MANAGE_ACCOUNTS, ""),
    "/manage/accounts/<person>/new-password": (Right.MANAGE_ACCOUNTS, ""),
    "/manage/accounts/<person>/second-factor": (Right.MANAGE_ACCOUNTS, ""),
    "/manage/accounts/<person>/take": (Right.SEE_PEOPLE, ""),  # and may give the role
    "/manage/accounts/invite": (Right.SEE_PEOPLE, ""),  # and may give the role
    "/manage/accounts/withdraw": (Right.SEE_PEOPLE, ""),  # and may give the role
    "/manage/first/<token>": NOBODY,  # behind a token that the start printed
    "/manage/invitation/<token>": NOBODY,  # behind the token of the invitation
    "/manage/new-password/<token>": NOBODY,  # behind the token of the link
    "/manage/second-factor": NOBODY,  # behind a session that is half way through
    "/manage/record": (Right.READ_RECORD, ""),
    "/manage/retention": (Right.CHANGE_RETENTION, ""),
    "/manage/settings": (Right.CHANGE_SETTINGS, ""),
    "/manage/settings/logo": (Right.CHANGE_SETTINGS, ""),
    "/manage/settings/logo/remove": (Right.CHANGE_SETTINGS, ""),
    "/manage/sign-in": NOBODY,
    "/manage/sign-on": NOBODY,  # leads to the trust's own sign-on
    "/manage/sign-on/back": NOBODY,  # behind what this browser was sent away with
    "/manage/sign-on/signed-out": NOBODY,
    "/manage/sign-out": NOBODY,
    "/manage/teams/<team>": (Right.SEE_TEAM, "team"),
    "/manage/teams/<team>/audits/<audit>": (Right.SEE_TEAM, "team"),
    "/manage/teams/<team>/audits/<audit>/erase": (Right.CHANGE_RETENTION, "team"),
    "/manage/teams/<team>/audits/<audit>/keep": (Right.CHANGE_RETENTION, "team"),
    **dict.fromkeys(ASK, RUN_AUDIT),
    "/manage/teams/<team>/audits/<audit>/agreed-then": (Right.SEE_TEAM, "team"),
    **dict.fromkeys((PLAN, f"{PLAN}.xlsx", f"{PLAN}.ics"), (Right.SEE_TEAM, "team")),
    **dict.fromkeys(
        (f"{PLAN}/new", f"{PLAN}/<action>", f"{PLAN}/<action>/delete"),
        (Right.RUN_PLAN, "team"),
    ),
    **dict.fromkeys(MEETING, (Right.RUN_PLAN, "team")),
    "/manage/teams/<team>/statement": (Right.SEE_TEAM, "team"),
    "/manage/teams/<team>/statement.pdf": (Right.SEE_TEAM, "team"),
    "/manage/teams/<team>/words": RUN_AUDIT,
    "/manage/teams/<team>/start": RUN_AUDIT,
    **{f"{SET_UP}{page}": RUN_AUDIT for page in SET_UP_PAGES},
    "/manage/teams/new": (Right.ADD_TEAM, ""),
    **{f"/manage/trust{page}": (Right.SEE_TRUST, "") for page in TRUST},
}
PUBLIC = {
    "/",
    "/a/<code>",
    "/accessibility",
    "/another-code",
    "/assets/<path:filename>",
    "/cookies",
    "/guide",
    "/guide/<name>",
    "/guide/<name>/guide.pdf",
    "/leave",
    "/left",
    "/logo/<digest>.png",
    "/privacy",
    "/questionnaires",
    "/questionnaires/<instrument>/<form>/<group>",
    "/questionnaires/<instrument>/<form>/<group>/<slug>",
    "/questionnaires/<instrument>/<form>/<group>/questionnaire.pdf",
    "/sample-report",
    "/sample-report/<name>",
    "/sample-report/<name>/report.pdf",
    "/s/<link>",
    "/support",
    "/what-will-we-see",
    "/who-can-see",
}
WITH_A_CODE = {
    "/answer",
    "/answer/<slug>",
    "/answer/afresh",
    "/answer/check",
    "/answer/done",
    "/answer/from-paper",
    "/answer/return",
    "/answer/saved",
    "/answer/submit",
}
WITH_A_READERS_CODE = {
    "/comments",
    "/comments/a/<code>",
    "/comments/publish",
    "/comments/read",
    "/comments/read/<comment>",
}
WITH_THE_REPORT_ADDRESS = {
    "/r/<address>",
    "/r/<address>/what-came-of-it",
    *(
        f"/r/<address>/{file}"
        for file in ("report.pdf", "report.xlsx", "report.csv", "release.json")
    ),
    *(f"/r/<address>/{each}" for each in ("summary", "summary.pdf")),
    *(f"/r/<address>/{each}" for each in ("board-paper", "board-paper.pdf")),
}


def test_every_address_is_listed_with_who_may_open_it(site: Site) -> None:
    found = {rule.rule for rule in site.app.url_map.iter_rules()}
    others = PUBLIC | WITH_A_CODE | WITH_A_READERS_CODE | WITH_THE_REPORT_ADDRESS
    assert found == others | set(MANAGE)


def test_every_address_for_managers_is_guarded_as_listed(site: Site) -> None:
    guarded: dict[str, set[object]] = {}
    for rule in site.app.url_map.iter_rules():
        if rule.rule.startswith("/manage"):
            view = site.app.view_functions[rule.endpoint]
            needs = vars(view).get("needs", "NOT GUARDED")
            guarded.setdefault(rule.rule, set()).add(needs)
    assert guarded == {address: {needs} for address, needs in MANAGE.items()}
