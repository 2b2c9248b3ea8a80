"""Let the record keep days: nothing has written into it before."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f('ix_record_at'), 'record')
    op.drop_column('record', 'at')
    op.add_column('record', sa.Column('day', sa.Date(), nullable=False))
    op.create_index(op.f('ix_record_day'), 'record', ['day'])


def downgrade() -> None:
    op.execute('DELETE FROM record')
    op.drop_index(op.f('ix_record_day'), 'record')
    op.drop_column('record', 'day')
    op.add_column('record', sa.Column('at', sa.DateTime(timezone=True), nullable=False))
    op.create_index(op.f('ix_record_at'), 'record', ['at'])
