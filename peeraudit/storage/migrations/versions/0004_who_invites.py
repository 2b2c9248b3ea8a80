"""Remember who invites, links for a new password, what a sign-on was shown; seal all."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Nobody knows whether they are as they were written: there were no marks.
    for table in ('invitation', 'manager_session', 'membership', 'account'):
        op.execute(f'DELETE FROM {table}')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.add_column(sa.Column('invited_by', sa.String(length=200), nullable=False))
        batch_op.create_foreign_key(batch_op.f('fk_invitation_invited_by_account'), 'account', ['invited_by'], ['id'])

    op.create_table('password_link',
    sa.Column('account_id', sa.String(length=200), nullable=False),
    sa.Column('token', sa.LargeBinary(length=32), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seal', sa.LargeBinary(length=32), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_password_link_account_id_account')),
    sa.PrimaryKeyConstraint('account_id', name=op.f('pk_password_link')),
    sa.UniqueConstraint('token', name=op.f('uq_password_link_token'))
    )
    op.add_column('manager_session', sa.Column('shown', sa.String(length=200), server_default='', nullable=False))
    for table in ('account', 'invitation', 'manager_session'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('seal', sa.LargeBinary(length=32), nullable=False))


def downgrade() -> None:
    for table in ('account', 'invitation', 'manager_session'):
        op.drop_column(table, 'seal')
    op.drop_column('manager_session', 'shown')
    op.drop_table('password_link')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_invitation_invited_by_account'), type_='foreignkey')
        batch_op.drop_column('invited_by')
