"""What a preview says, table by table, before anything is stored."""
