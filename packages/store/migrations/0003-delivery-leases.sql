-- Who is sending a message keeps it until this instant, so that another courier does not send it meanwhile; no part of what the log knows.
ALTER TABLE deliveries ADD COLUMN leased_until timestamptz;
