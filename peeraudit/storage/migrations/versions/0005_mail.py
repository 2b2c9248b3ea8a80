"""Let people be asked by mail, and for longer: sealed addresses, outbox, extensions."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

SEALED = ('mail_request', 'mail_address', 'outbox')


def upgrade() -> None:
    op.create_table('asked_by_mail',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('group', sa.String(length=200), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_asked_by_mail_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'group', name=op.f('pk_asked_by_mail'))
    )
    for table in SEALED:
        op.create_table(table,
        sa.Column('id', sa.LargeBinary(length=16), nullable=False),
        sa.Column('audit_id', sa.String(length=200), nullable=False),
        sa.Column('state', sa.String(length=200), nullable=False),
        sa.Column('sealed', sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f(f'fk_{table}_audit_id_audit')),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}')),
        sqlite_with_rowid=False
        )
        op.create_index(op.f(f'ix_{table}_audit_id'), table, ['audit_id'], unique=False)
    op.create_table('extension',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seal', sa.LargeBinary(length=32), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_extension_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', name=op.f('pk_extension'))
    )
    op.create_table('mailing',
    sa.Column('audit_id', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=200), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('ordered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('is_made', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['audit_id'], ['audit.id'], name=op.f('fk_mailing_audit_id_audit')),
    sa.PrimaryKeyConstraint('audit_id', 'kind', 'number', name=op.f('pk_mailing'))
    )


def downgrade() -> None:
    op.drop_table('mailing')
    op.drop_table('extension')
    for table in reversed(SEALED):
        op.drop_index(op.f(f'ix_{table}_audit_id'), table_name=table)
        op.drop_table(table)
    op.drop_table('asked_by_mail')
