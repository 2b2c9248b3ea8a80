"""Let the record keep days, and keep what was decided about an audit's time.

Nothing has written into the record before. What a view over teams stands on outlives
its audits: the ledger refers to them no more.
"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

NAME = sa.String(length=200)


def upgrade() -> None:
    op.drop_index(op.f('ix_record_at'), 'record')
    op.drop_column('record', 'at')
    op.add_column('record', sa.Column('day', sa.Date(), nullable=False))
    op.create_index(op.f('ix_record_day'), 'record', ['day'])
    op.create_table('keeping',
    sa.Column('audit_id', NAME, nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('noticed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_mailed', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_keeping_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', name=op.f('pk_keeping'))
    )
    with op.batch_alter_table('ledger') as ledger:
        ledger.drop_constraint('fk_ledger_audit_id_audit', type_='foreignkey')


def downgrade() -> None:
    # What is of an erased audit cannot refer to it.
    op.execute('DELETE FROM ledger WHERE audit_id NOT IN (SELECT id FROM audit)')
    with op.batch_alter_table('ledger') as ledger:
        ledger.create_foreign_key(op.f('fk_ledger_audit_id_audit'), 'audit', ['audit_id'], ['id'])
    op.drop_table('keeping')
    op.execute('DELETE FROM record')
    op.drop_index(op.f('ix_record_day'), 'record')
    op.drop_column('record', 'day')
    op.add_column('record', sa.Column('at', sa.DateTime(timezone=True), nullable=False))
    op.create_index(op.f('ix_record_at'), 'record', ['at'])
