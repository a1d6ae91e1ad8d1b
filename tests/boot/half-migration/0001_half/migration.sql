create table half (id integer primary key);
insert into half values (1), (1);
