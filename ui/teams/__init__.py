"""What the teams' pages share: findings, causes, links to a person, channel or product, next steps."""
