"""Keep which service of its organisation a team belongs to."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Teams from before belong to no service that anybody has named.
    op.add_column('team', sa.Column('service', sa.String(length=200), server_default='', nullable=False))


def downgrade() -> None:
    op.drop_column('team', 'service')
