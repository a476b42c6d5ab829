-- What a batch asks for on a store of a million customers: whose CRM ids there are, and how many open tasks an owner has.
CREATE INDEX identities_crm ON identities (customer_id) INCLUDE (value) WHERE type = 'crm';
CREATE INDEX tasks_open_by_owner ON tasks (owner)
  WHERE state IN ('open', 'acknowledged', 'promised', 'delivered');
