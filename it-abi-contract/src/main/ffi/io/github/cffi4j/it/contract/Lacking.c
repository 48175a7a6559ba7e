int there_before(int x);
int added_later(int x);
