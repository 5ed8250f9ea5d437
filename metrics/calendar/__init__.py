"""Days, periods and what they are compared with; promotions, days off and the lunar year. Imports no other room."""
