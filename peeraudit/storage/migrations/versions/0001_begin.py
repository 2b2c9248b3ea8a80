"""Begin: teams, audits, codes, drafts, boxes, releases.

Codes, drafts and boxes have no row number in SQLite, so that no order is kept.
"""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('instrument',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_instrument'))
    )
    op.create_table('organisation',
    sa.Column('id', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('name', name=op.f('uq_organisation_name'))
    )
    op.create_table('team',
    sa.Column('id', sa.String(length=200), nullable=False),
    sa.Column('organisation_id', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('peer_worker', sa.String(length=200), nullable=False),
    sa.Column('peer_workers', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_team_organisation_id_organisation')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team'))
    )
    op.create_table('audit',
    sa.Column('id', sa.String(length=200), nullable=False),
    sa.Column('team_id', sa.String(length=200), nullable=False),
    sa.Column('instrument_digest', sa.String(length=64), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('mode', sa.String(length=200), nullable=False),
    sa.Column('form', sa.String(length=200), nullable=False),
    sa.Column('state', sa.String(length=200), nullable=False),
    sa.Column('promise', sa.Text(), nullable=False),
    sa.Column('promise_words', sa.Text(), nullable=True),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('report_address', sa.String(length=200), nullable=True),
    sa.Column('report_open', sa.Boolean(), nullable=False),
    sa.Column('box_length', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['instrument_digest'], ['instrument.digest'], name=op.f('fk_audit_instrument_digest_instrument')),
    sa.ForeignKeyConstraint(['team_id'], ['team.id'], name=op.f('fk_audit_team_id_team')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit')),
    sa.UniqueConstraint('report_address', name=op.f('uq_audit_report_address'))
    )
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_audit_state'), ['state'], unique=False)

    op.create_table('box',
    sa.Column('id', sa.LargeBinary(length=16), nullable=False),
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_box_audit_id_audit')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_box')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('box', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_box_audit_id'), ['audit_id'], unique=False)

    op.create_table('code',
    sa.Column('fingerprint', sa.LargeBinary(length=32), nullable=False),
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_code_audit_id_audit')),
    sa.PrimaryKeyConstraint('fingerprint', name=op.f('pk_code')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_code_audit_id'), ['audit_id'], unique=False)

    op.create_table('codes_issued',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('issued', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_codes_issued_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'group', name=op.f('pk_codes_issued'))
    )
    op.create_table('document',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=200), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_document_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'kind', name=op.f('pk_document'))
    )
    op.create_table('draft',
    sa.Column('fingerprint', sa.LargeBinary(length=32), nullable=False),
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_draft_audit_id_audit')),
    sa.PrimaryKeyConstraint('fingerprint', name=op.f('pk_draft')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_draft_audit_id'), ['audit_id'], unique=False)

    op.create_table('release',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_release_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', name=op.f('pk_release'))
    )


def downgrade() -> None:
    op.drop_table('release')
    with op.batch_alter_table('draft', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_draft_audit_id'))

    op.drop_table('draft')
    op.drop_table('document')
    op.drop_table('codes_issued')
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_code_audit_id'))

    op.drop_table('code')
    with op.batch_alter_table('box', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_box_audit_id'))

    op.drop_table('box')
    with op.batch_alter_table('audit', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_audit_state'))

    op.drop_table('audit')
    op.drop_table('team')
    op.drop_table('organisation')
    op.drop_table('instrument')
