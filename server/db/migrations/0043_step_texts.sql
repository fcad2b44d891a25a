-- dunning: a step may say its own words, and a scenario keeps the cases that prove it.

alter table scenario_step add column texts jsonb not null default '[]' check (jsonb_typeof(texts) = 'array');
comment on column scenario_step.texts is
  'in place of the texts of its tone: [{"language", "subject", "body"}], one a language; empty: as the tone says';

alter table scenario add column cases jsonb not null default '[]' check (jsonb_typeof(cases) = 'array');
comment on column scenario.cases is 'as the file that brought them in wrote them; run at each import, given back by an export';
