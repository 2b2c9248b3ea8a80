"""Keep how many quarters of a large group had answered, counted once a day."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('progress',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('quarters', sa.Integer(), nullable=False),
    sa.Column('counted_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_progress_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'group', name=op.f('pk_progress'))
    )


def downgrade() -> None:
    op.drop_table('progress')
