"""Let people manage: accounts, roles, invitations, sessions, settings."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('account',
    sa.Column('id', sa.String(length=200), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('password', sa.String(length=200), nullable=False),
    sa.Column('factor', sa.LargeBinary(), nullable=True),
    sa.Column('subject', sa.String(length=200), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account')),
    sa.UniqueConstraint('email', name=op.f('uq_account_email')),
    sa.UniqueConstraint('subject', name=op.f('uq_account_subject'))
    )
    op.create_table('membership',
    sa.Column('account_id', sa.String(length=200), nullable=False),
    sa.Column('role', sa.String(length=200), nullable=False),
    sa.Column('team_id', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_membership_account_id_account')),
    sa.PrimaryKeyConstraint('account_id', 'role', 'team_id', name=op.f('pk_membership'))
    )
    op.create_table('invitation',
    sa.Column('token', sa.LargeBinary(length=32), nullable=False),
    sa.Column('email', sa.String(length=200), nullable=False),
    sa.Column('role', sa.String(length=200), nullable=False),
    sa.Column('team_id', sa.String(length=200), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_invitation'))
    )
    op.create_table('manager_session',
    sa.Column('token', sa.LargeBinary(length=32), nullable=False),
    sa.Column('account_id', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_complete', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_manager_session_account_id_account')),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_manager_session'))
    )
    with op.batch_alter_table('manager_session', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_manager_session_account_id'), ['account_id'], unique=False)

    op.create_table('failure',
    sa.Column('address', sa.LargeBinary(length=32), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('last', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('address', name=op.f('pk_failure'))
    )
    op.create_table('setting',
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('value', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_setting'))
    )


def downgrade() -> None:
    op.drop_table('setting')
    op.drop_table('failure')
    with op.batch_alter_table('manager_session', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_manager_session_account_id'))

    op.drop_table('manager_session')
    op.drop_table('invitation')
    op.drop_table('membership')
    op.drop_table('account')
