/** Whether a host, without a URL's brackets, is the machine itself: what is sent there crosses no cable. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
