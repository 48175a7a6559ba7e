/* pyzmq's headers ask Python for the Windows versions it is built for. There is no Python here. */
