"""Give small groups their ways: comments, pooled tallies, pooled views, the ledger."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Not in a batch: SQLite would make the table anew, and its rows are referred to.
    op.add_column('audit', sa.Column('comments_key', sa.LargeBinary(), nullable=True))
    op.add_column('audit', sa.Column('reader', sa.LargeBinary(length=32), nullable=True))
    op.add_column('audit', sa.Column('screen_until', sa.DateTime(timezone=True), nullable=True))
    op.add_column('audit', sa.Column('terms_seal', sa.LargeBinary(length=32), nullable=True))
    op.create_index(op.f('ix_audit_reader'), 'audit', ['reader'], unique=True)
    # Codes from before have no mark and open nothing: they were of no release yet.
    op.add_column('code', sa.Column('seal', sa.LargeBinary(length=32), server_default='', nullable=False))

    op.create_table('receipt',
    sa.Column('mark', sa.LargeBinary(length=32), nullable=False),
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_receipt_audit_id_audit')),
    sa.PrimaryKeyConstraint('mark', name=op.f('pk_receipt')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('receipt', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_receipt_audit_id'), ['audit_id'], unique=False)

    op.create_table('comment',
    sa.Column('id', sa.LargeBinary(length=16), nullable=False),
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_comment_audit_id_audit')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_comment')),
    sqlite_with_rowid=False
    )
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_comment_audit_id'), ['audit_id'], unique=False)

    op.create_table('pooled_tally',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('keep_until', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_pooled_tally_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'group', name=op.f('pk_pooled_tally'))
    )
    op.create_table('ledger',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('feeds', sa.String(length=200), nullable=False),
    sa.Column('frozen_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_ledger_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'group', name=op.f('pk_ledger'))
    )
    op.create_table('pooled_view',
    sa.Column('id', sa.String(length=200), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_pooled_view'))
    )


def downgrade() -> None:
    op.drop_table('pooled_view')
    op.drop_table('ledger')
    op.drop_table('pooled_tally')
    with op.batch_alter_table('comment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_comment_audit_id'))

    op.drop_table('comment')
    with op.batch_alter_table('receipt', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_receipt_audit_id'))

    op.drop_table('receipt')
    op.drop_column('code', 'seal')
    op.drop_index(op.f('ix_audit_reader'), table_name='audit')
    op.drop_column('audit', 'terms_seal')
    op.drop_column('audit', 'screen_until')
    op.drop_column('audit', 'reader')
    op.drop_column('audit', 'comments_key')
