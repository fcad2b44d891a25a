-- Nothing: this number is kept free. A change of the schema that is given it takes the place of this file.
select 1;
