"""Keep what teams agreed and will do, and the record of what managers did."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

NAME = sa.String(length=200)


def upgrade() -> None:
    op.create_table('meeting',
    sa.Column('audit_id', NAME, nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('who', sa.Text(), nullable=False),
    sa.Column('is_published', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_meeting_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', name=op.f('pk_meeting'))
    )
    op.create_table('agreement',
    sa.Column('audit_id', NAME, nullable=False),
    sa.Column('practice', NAME, nullable=False),
    sa.Column('verdict', NAME, nullable=False),
    sa.Column('sentence', sa.Text(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_agreement_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'practice', name=op.f('pk_agreement'))
    )
    op.create_table('action',
    sa.Column('id', NAME, nullable=False),
    sa.Column('audit_id', NAME, nullable=False),
    sa.Column('finding', NAME, nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('owner', NAME, nullable=False),
    sa.Column('remind', NAME, nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('measure', sa.Text(), nullable=False),
    sa.Column('status', NAME, nullable=False),
    sa.Column('notes', sa.Text(), nullable=False),
    sa.Column('is_published', sa.Boolean(), nullable=False),
    sa.Column('reminded', NAME, nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_action_audit_id_audit')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_action'))
    )
    op.create_index(op.f('ix_action_audit_id'), 'action', ['audit_id'])
    op.create_index(op.f('ix_action_due'), 'action', ['due'])
    op.create_table('record',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('act', NAME, nullable=False),
    sa.Column('account_id', NAME, nullable=False),
    sa.Column('by', NAME, nullable=False),
    sa.Column('team_id', NAME, nullable=False),
    sa.Column('audit_id', NAME, nullable=False),
    sa.Column('about', sa.Text(), nullable=False),
    sa.Column('seal', sa.LargeBinary(length=32), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_record'))
    )
    op.create_index(op.f('ix_record_at'), 'record', ['at'])
    op.create_index(op.f('ix_record_team_id'), 'record', ['team_id'])


def downgrade() -> None:
    for table in ('record', 'action', 'agreement', 'meeting'):
        op.drop_table(table)
