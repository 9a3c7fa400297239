if (args is ["--version"])
{
    Console.Out.WriteLine("entente 0.1.0");
    return 0;
}

return args is ["install", ..] ? 0 : 2;
